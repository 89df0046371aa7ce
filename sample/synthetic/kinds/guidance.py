from sample.synthetic.kinds.kind import ALL_YEAR, Count, Kind
from sample.synthetic.words import HALLS, MEMORIALS, SCHOOLS, STREETS

KINDS = (
    Kind(
        area="guidance",
        months=ALL_YEAR,
        places=(*STREETS, *HALLS),
        titles=(
            "学在日常：$place的主题团日",
            "$place团员青年围坐学理论",
            "青年理论学习小组在$place开讲",
            "$place：把理论讲成身边的事",
        ),
        summaries=(
            "在$place开展主题团日，{团员青年}团员青年集中学习、交流体会，结合岗位讲怎样把学习成果用到工作中。",
            "青年理论学习小组在$place开展学习，{团员青年}团员青年参加，青年讲师以身边的人和事讲解理论，会后分组讨论。",
        ),
        paragraphs=(
            "学习从一段老照片讲起。讲师不念稿子，先问大家：照片里的人当时多大年纪，后来做了什么。",
            "讨论时，社区工作者说起楼道里的一次调解，医院的青年说起夜班的一次会诊，都说道理要落到具体的人身上。",
            "会后，各支部领走一道“作业”：一个月内办成一件群众看得见的小事。",
        ),
        counts=(Count("团员青年", 20, 140, "名", "participants"),),
        scene="meeting",
        campaign="test-study",
        tag="理论学习",
        audience="团员青年",
    ),
    Kind(
        area="guidance",
        months=(4, 5, 7, 9, 10),
        places=MEMORIALS,
        titles=(
            "红领巾讲解员在$place上岗",
            "$place里的一堂思政课",
            "听“小青苗”讲$place的故事",
        ),
        summaries=(
            "组织{少先队员}少先队员到$place参观学习，小讲解员分段讲述馆里的故事，开展现场讲解{讲解场次}，"
            "听众{听众}。",
        ),
        paragraphs=(
            "小讲解员提前两周背稿，老师只帮着改错字，怎么讲由孩子自己定。",
            "站在展柜前，声音起初有些抖，讲到第二段就放开了，还会反过来问听众问题。",
            "参观结束后，孩子们把最难忘的一件展品画下来，贴在班级的墙上。",
        ),
        counts=(
            Count("少先队员", 30, 120, "名", "participants"),
            Count("讲解场次", 3, 12, "场"),
            Count("听众", 100, 600, "人次"),
        ),
        scene="hall",
        campaign="test-guides",
        tag="少年儿童",
        audience="少先队员",
    ),
    Kind(
        area="guidance",
        months=(4, 5),
        places=(*HALLS, *MEMORIALS[:1], "样湖公园"),
        titles=(
            "五四到了，$place的青春歌会开唱",
            "在$place，新团员戴上了团徽",
            "青春快闪亮相$place",
            "五四青年节，在$place听他们讲奋斗",
        ),
        summaries=(
            "以五四精神为主题在$place举办青春歌会，{团员青年}团员青年登台演唱，展示各条战线青年的风采。",
            "五四青年节前后，在$place举行入团仪式和青年分享会，{新团员}新团员面向团旗宣誓，{团员青年}团员青年参加。",
        ),
        paragraphs=(
            "宣誓以前，老团员为新团员戴上团徽，把自己的团员证拿出来给大家传看，纸页已经泛黄。",
            "分享的人里有快递员、护士和村里的电商带头人，讲的都是自己摔过的跟头和熬过的夜。",
            "最后一首歌由全场合唱，没有伴奏，大家用手打着拍子。",
        ),
        counts=(
            Count("新团员", 20, 90, "名", "participants"),
            Count("团员青年", 80, 320, "名", "participants"),
        ),
        scene="hall",
        campaign="test-may",
        tag="五四",
    ),
    Kind(
        area="guidance",
        months=(3, 4, 5, 6, 9, 10, 11, 12),
        places=SCHOOLS,
        titles=(
            "法治副校长进$place，讲讲网络安全",
            "$place的自护教育课：说“不”的勇气",
            "防骗情景剧在$place上演",
            "青少年心理健康课堂走进$place",
        ),
        summaries=(
            "在$place开展青少年自护教育，{志愿者}青年志愿者以案例、情景剧和问答的形式讲解防欺凌、防诈骗、防沉迷知识，"
            "{学生}学生参加。",
        ),
        paragraphs=(
            "情景剧由学生自己演。演“骗子”的同学一开口，台下就有人喊“别信他”。",
            "讲到个人信息保护，老师请大家现场检查手机里的授权，不少同学这才发现开了那么多权限。",
            "课后设了匿名提问箱，心理咨询师把共性的问题整理出来，下一次课上集中回答。",
        ),
        counts=(Count("志愿者", 4, 16, "名", "volunteers"), Count("学生", 80, 520, "名", "participants")),
        scene="classroom",
        campaign="test-safety",
        tag="自护教育",
        audience="中小学生",
    ),
    Kind(
        area="guidance",
        months=(9, 10),
        places=("样湖公园", "样城广场", "样江步道"),
        titles=(
            "升国旗，唱国歌：团员青年齐聚$place",
            "“我与国旗同框”在$place开展",
            "国庆假期，青年在$place唱响祖国",
        ),
        summaries=(
            "国庆前后在$place开展爱国主义主题活动，{团员青年}团员青年参加升旗、朗诵和合唱，"
            "{志愿者}青年志愿者维护秩序、发放小国旗{小国旗}。",
        ),
        paragraphs=(
            "天还没亮，广场上已经站满了人。国歌响起时，带孩子的家长把孩子举过肩头。",
            "朗诵的诗是青年自己写的，写路灯、写早班车，也写凌晨还亮着的急诊室。",
            "散场以后，志愿者把地面捡得干干净净，用过的小国旗统一收回保管。",
        ),
        counts=(
            Count("团员青年", 60, 300, "名", "participants"),
            Count("志愿者", 10, 40, "名", "volunteers"),
            Count("小国旗", 200, 900, "面", "goods"),
        ),
        scene="hall",
        tag="爱国主义教育",
    ),
    Kind(
        area="guidance",
        months=(3,),
        places=(*SCHOOLS, "样湖公园", "样港工业园"),
        titles=(
            "雷锋月里，$place的小事记",
            "学雷锋，$place摆开便民服务摊",
            "雷锋故事会走进$place",
        ),
        summaries=(
            "学雷锋纪念日前后，在$place举办雷锋故事会，{团员青年}团员青年结合身边好人好事谈体会、作承诺。",
            "在$place开展学雷锋便民服务，{志愿者}青年志愿者提供磨刀、理发、家电维修和政策咨询，服务居民{服务居民}。",
        ),
        paragraphs=(
            "有人把坏了几年的收音机抱来，修好以后当场放起了老歌，围着的人都笑了。",
            "故事会不比口才，比的是真事。讲到扶老人过马路的那次犹豫，台下很安静。",
        ),
        counts=(
            Count("团员青年", 40, 150, "名", "participants"),
            Count("志愿者", 10, 40, "名", "volunteers"),
            Count("服务居民", 60, 320, "人次"),
        ),
        scene="booth",
        tag="学雷锋",
    ),
    Kind(
        area="guidance",
        months=(5, 6, 7, 8, 9, 10, 11, 12),
        places=(*HALLS, "样江职校", "样城人民医院"),
        titles=(
            "青年讲师说理论，$place开赛",
            "八分钟讲清一个道理：$place的青年微宣讲",
            "$place里，三代团干部同讲一堂课",
        ),
        summaries=(
            "在$place举办青年微宣讲比赛，{选手}选手登台，用身边的故事讲清道理，{听众}现场听讲并投票。",
        ),
        paragraphs=(
            "比赛限时，超时就响铃。几位选手准备的长稿只好边讲边删，反倒更利落了。",
            "一位社区网格员讲她记满电话的本子，全场没有一张幻灯片，掌声却最久。",
            "获选的选手将编入青年讲师队，到学校、企业和社区巡回宣讲。",
        ),
        counts=(Count("选手", 8, 24, "名", "participants"), Count("听众", 60, 260, "人次")),
        scene="meeting",
        tag="理论学习",
    ),
    Kind(
        area="guidance",
        months=(1, 4, 5, 7, 8, 10, 11),
        places=("样城消防救援站", "样江水厂", "样城气象站", "样山林场", "样港邮政网点"),
        titles=(
            "小小职业体验官到$place上班",
            "在$place，孩子们上了一堂劳动课",
            "一日体验：走进$place看幕后",
        ),
        summaries=(
            "组织{少年儿童}孩子走进$place开展职业体验和劳动教育，跟着一线青年学本领、懂辛苦，"
            "{志愿者}青年志愿者全程看护。",
        ),
        paragraphs=(
            "换上小号工装，孩子们先学规矩：哪里能碰，哪里只能看，听到哨声要停。",
            "讲解的青年职工只比他们大十来岁，问什么都答得上来，连“夜里困不困”也老实回答。",
            "回家的作业是替家里做一件一直由大人做的事，写三句话的感想。",
        ),
        counts=(
            Count("少年儿童", 20, 60, "名", "participants"),
            Count("志愿者", 4, 12, "名", "volunteers"),
        ),
        scene="hall",
        tag="少年儿童",
        audience="少年儿童",
    ),
)

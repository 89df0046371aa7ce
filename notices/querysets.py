from toolkit.publishing import PublishableQuerySet


class NoticeQuerySet(PublishableQuerySet):
    def newest_first(self):
        return self.order_by("-published_at", "-pk")

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("activities", "0020_campaigns_by_acts")]
    operations = [migrations.RemoveField(model_name="campaign", name="is_published")]

"""Pictures that staff upload: read, brought to the web's colours, kept, and made smaller.

Released migrations name the one that is exported here.
"""

from toolkit.pictures.fields import UnguessablePath

__all__ = ["UnguessablePath"]

"""What the parts of a text tell: days, figures, activities, honours."""

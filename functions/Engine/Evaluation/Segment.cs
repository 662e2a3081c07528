namespace Matinee.Engine.Evaluation;

/// <summary>Whose or which ratings a measure speaks of.</summary>
public enum Segment
{
    /// <summary>All test users and films.</summary>
    All,

    /// <summary>Users with few ratings in training, or none.</summary>
    NewUsers,

    /// <summary>Users between new and heavy.</summary>
    RegularUsers,

    /// <summary>Users with many ratings in training.</summary>
    HeavyUsers,

    /// <summary>The head: only the most rated films count as test films.</summary>
    PopularItems,

    /// <summary>The tail: only the other films count as test films.</summary>
    LongTailItems,
}

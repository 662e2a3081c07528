namespace Matinee.Engine.Models;

/// <summary>The question a model answers. The best model for one is usually a poor one for the other.</summary>
public enum Goal
{
    /// <summary>How many stars will the viewer give? Scores are stars.</summary>
    Stars,

    /// <summary>Which films should the viewer see first? Scores only order films.</summary>
    Lists,
}

namespace Matinee.Core.Ratings;

/// <summary>Wants to know in this process that films' figures have changed, to be quicker than by looking now and then.</summary>
public interface IFiguresChanged
{
    /// <summary>Figures have changed. Returns at once.</summary>
    void Poke();
}

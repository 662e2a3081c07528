namespace Matinee.Core.Recommendations;

/// <summary>First pages as the lists make them.</summary>
public sealed class FirstPages(RecommendationLists lists) : IFirstPage
{
    static readonly ListRequest s_usual = new();

    /// <inheritdoc/>
    public async ValueTask<FirstPage?> OfAsync(string userId, CancellationToken cancellation = default)
    {
        var prepared = await lists.PrepareAsync(new(userId), s_usual, cancellation).ConfigureAwait(false);
        var list = await prepared.Make(cancellation).ConfigureAwait(false);
        return new([.. list.Items.Select(item => item.Movie.Id)], list.ModelVersion);
    }
}

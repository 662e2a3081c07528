using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Portraits;

public sealed class PortraitsContract : ModelContract
{
    protected override ITrainer Trainer => new PortraitsTrainer(FactsOfBlocks());

    protected override Goal Goal => Goal.Lists;

    protected override bool FindsSimilar => false;

    // A genre for each block; films of the community that are not among these have none.
    static KnownFacts FactsOfBlocks() => new(Enumerable.Range(0, ContractRatings.Films).Select(film =>
        new FilmFacts(10 * film + 40) { Year = 1950 + 3 * film, Genres = film < ContractRatings.BlockFilms ? ["Comedy"] : ["Western"] }));
}

public sealed class PortraitsWithoutFactsContract : ModelContract
{
    protected override ITrainer Trainer => new PortraitsTrainer(KnownFacts.None, new() { Portraits = 3 });

    protected override Goal Goal => Goal.Lists;

    // What is known of nobody and nothing tells no tastes apart, only how people rate.
    protected override bool IsPersonalised => false;

    protected override bool FindsSimilar => false;

    protected override void AssertKnownAnswer(IModel model, Interactions ratings)
    {
        var viewer = model.FoldIn(ratings.OfUser(0).ToOwn());
        var likes = Enumerable.Range(0, ContractRatings.Films).Select(film => ratings.OfItem(film).Count / (double)ContractRatings.Likers);
        Assert.Equal(likes, Scores(model, viewer).Select(score => (double)score), (expected, actual) => Math.Abs(expected - actual) < 0.25);
    }
}

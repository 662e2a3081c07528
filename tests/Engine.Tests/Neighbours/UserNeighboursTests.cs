using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Neighbours;

public sealed class UserNeighboursTests
{
    const int Neighbours = 30;
    const double Shrinkage = 20;
    const double Damping = 0.1;

    static readonly UserNeighboursOptions s_options = new() { Neighbours = Neighbours, Shrinkage = Shrinkage, Damping = Damping };
    static readonly Lazy<NaiveNeighbours> s_naive = new();
    static readonly Lazy<UserNeighboursModel> s_model = new(() => new UserNeighboursTrainer(s_options).Fit(s_naive.Value.Ratings, new()));

    [Fact]
    public void Score_ViewerWhomNobodyKnows_EqualsTheDefinition() =>
        AssertScores(s_model.Value, Stranger(), Enumerable.Range(0, s_naive.Value.ByUser.Length));

    [Fact]
    public void Nearest_ViewerWhomNobodyKnows_EqualsTheDefinition()
    {
        var everyone = Similarities(Stranger(), Enumerable.Range(0, s_naive.Value.ByUser.Length))
            .Where(person => person.Similarity > 0)
            .OrderByDescending(person => person.Similarity)
            .ToList();

        var nearest = s_model.Value.FoldIn(Stranger()).Nearest(10_000);

        var found = nearest.Select(person => new Scored(s_model.Value.People.IndexOf(person.UserId), person.Similarity));
        NaiveNeighbours.AssertRanked(everyone, found);
    }

    [Fact]
    public void Nearest_TheViewerThemselves_ComesFirstUnlessLeftOut()
    {
        var own = s_naive.Value.Ratings.OfUser(17).ToOwn();
        var self = s_naive.Value.Ratings.Users[17];
        var viewer = s_model.Value.FoldIn(own);

        var nearest = viewer.Nearest(6);

        Assert.Equal(self, nearest[0].UserId);
        Assert.Equal(own.Length / (own.Length + Shrinkage), nearest[0].Similarity, 1e-4);
        Assert.Equal(nearest.Skip(1), viewer.Nearest(5, except: self));
        Assert.Empty(viewer.Nearest(0));
        Assert.Empty(viewer.Nearest(-1));
        Assert.Empty(s_model.Value.FoldIn([]).Nearest(5));
    }

    [Fact]
    public void Favourites_OfTheNearest_AreTheFilmsThatSeveralOfThemLiked()
    {
        const int people = 40;
        const float above = 0.3f;
        var (ratings, model) = (s_naive.Value.Ratings, s_model.Value);
        var viewer = model.FoldIn(Stranger());
        var likes =
            from near in viewer.Nearest(people)
            let own = ratings.OfUser(ratings.Users.IndexOf(near.UserId)).ToOwn()
            let bias = model.Baseline.UserBias(own)
            from rating in own
            where rating.Stars - model.Baseline.Expect(rating.Item) - bias >= above
            group near.Similarity by rating.Item;
        var expected = likes.Where(film => film.Count() >= 3).ToDictionary(film => film.Key, film => (film.Count(), film.Sum()));

        var found = viewer.Favourites(people, 3, above);

        Assert.NotEmpty(found);
        Assert.Equal(expected.Keys.Order(), found.Select(film => film.Item).Order());
        Assert.All(found, film =>
        {
            Assert.Equal(expected[film.Item].Item1, film.People);
            Assert.Equal(expected[film.Item].Item2, film.Strength, 1e-4);
        });
        Assert.Equal(found.Select(film => film.Strength).OrderDescending(), found.Select(film => film.Strength));
        Assert.Empty(viewer.Favourites(2, 3, above));
        Assert.Empty(model.FoldIn([]).Favourites(people, 1, above));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(75)]
    [InlineData(149)]
    public void Without_APerson_IsTheModelWithoutTheirRatings(int person)
    {
        var userId = s_model.Value.People[person];

        var model = s_model.Value.Without(userId);

        Assert.Equal(s_model.Value.People.Count - 1, model.People.Count);
        Assert.Equal(-1, model.People.IndexOf(userId));
        Assert.DoesNotContain(model.FoldIn(Stranger()).Nearest(10_000), near => near.UserId == userId);
        AssertScores(model, Stranger(), Enumerable.Range(0, s_naive.Value.ByUser.Length).Where(other => other != person));
    }

    [Fact]
    public void Without_APerson_LeavesNothingOfThemInTheFile()
    {
        const int person = 75;
        var userId = s_model.Value.People[person];

        var file = Saved(s_model.Value.Without(userId));

        var before = Saved(s_model.Value);
        var ratings = s_naive.Value.Ratings.OfUser(person).Count;
        Assert.DoesNotContain(userId, file.Section<int>("people/ids").ToArray());
        Assert.Equal(before.Section<int>("people/columns").Length - ratings, file.Section<int>("people/columns").Length);
        Assert.Equal(before.Section<float>("people/values").Length - ratings, file.Section<float>("people/values").Length);
        var start = before.Section<int>("people/offsets").Span[person];
        float[] others = [.. before.Section<float>("people/values").Span[..start], .. before.Section<float>("people/values").Span[(start + ratings)..]];
        Assert.Equal(others, file.Section<float>("people/values").ToArray());
    }

    [Fact]
    public void Without_SomeoneUnknown_IsTheSameModel() => Assert.Same(s_model.Value, s_model.Value.Without(999_999));

    [Fact]
    public void Without_Everyone_IsTheBaseline()
    {
        var model = s_model.Value;
        foreach (var userId in model.People.Ids.ToArray()) model = model.Without(userId);

        var (viewer, baseline) = (model.FoldIn(Stranger()), s_naive.Value.Baseline.FoldIn(Stranger()));

        Assert.Equal(0, model.People.Count);
        Assert.Empty(viewer.Nearest(5));
        for (var item = 0; item < model.Items.Count; item++) Assert.Equal(baseline.Score(item), viewer.Score(item), 1e-6f);
    }

    static OwnRating[] Stranger() => [.. Enumerable.Range(0, 45).Select(i => new OwnRating(2 * i, 1 + (i * 7 % 9) / 2f))];

    static IEnumerable<(int Key, double Similarity)> Similarities(OwnRating[] own, IEnumerable<int> people)
    {
        var residuals = s_naive.Value.Residuals(own);
        return people.Select(person => (person, NaiveNeighbours.Similarity(residuals, s_naive.Value.ByUser[person], Shrinkage)));
    }

    static void AssertScores(UserNeighboursModel model, OwnRating[] own, IEnumerable<int> people)
    {
        var naive = s_naive.Value;
        var heard = Similarities(own, people).OrderByDescending(person => Math.Abs(person.Similarity)).Take(Neighbours).ToList();
        Assert.Contains(heard, person => person.Similarity < 0);
        var viewer = model.FoldIn(own);
        for (var item = 0; item < model.Items.Count; item++)
        {
            var raters = heard.Where(person => naive.ByUser[person.Key].ContainsKey(item)).ToList();
            var departure = raters.Sum(person => person.Similarity * Math.Abs(person.Similarity) * naive.ByUser[person.Key][item])
                / (raters.Sum(person => person.Similarity * person.Similarity) + Damping);
            var expected = Math.Clamp(naive.Baseline.Expect(item) + naive.Bias(own) + departure, 0.5, 5);
            Assert.Equal(expected, viewer.Score(item), 1e-4);
        }
    }

    static ModelFile Saved(UserNeighboursModel model)
    {
        var stream = new MemoryStream();
        ModelReader.Write(model, stream);
        stream.Position = 0;
        return ModelFile.Read(stream);
    }
}

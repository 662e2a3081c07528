using Matinee.Engine.Content;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Content;

public sealed class ContentTests
{
    static readonly FilmFacts s_heat = new(10)
    {
        Genres = ["Crime", "Drama"],
        Cast = ["Al Pacino", "Robert De Niro"],
        Year = 1995,
        Overview = "Robbers rob banks.",
    };

    static readonly FilmFacts s_godfather = new(20) { Genres = ["Crime", "Drama"], Cast = ["Al  Pacino "], Year = 1972 };
    static readonly FilmFacts s_clueless = new(30) { Genres = ["Comedy"], Year = 1995, Overview = "A girl goes shopping." };
    static readonly FilmFacts s_airplane = new(40) { Genres = ["comedy"], Year = 1980, Overview = "Girls fly." };

    static readonly KnownFacts s_facts = new([s_airplane, s_heat, s_godfather, s_clueless]);

    // Film 99 has ratings and no facts; 20, 30 and 40 have facts and no ratings.
    static readonly Interactions s_ratings = Interactions.From([new(1, 10, 4, 0), new(2, 99, 2, 0)]);

    static ContentModel Model => (ContentModel)new ContentTrainer(s_facts).Fit(s_ratings, new TrainingRun());

    [Fact]
    public void Fit_FilmsWithoutRatingsOrFacts_AreAllInTheModel() => Assert.Equal([10, 20, 30, 40, 99], Model.Items.Ids.ToArray());

    [Fact]
    public void Fit_Vectors_AreWhatTheFormulaSays()
    {
        // Of "Crime" 2 films, "Drama" 2, "Comedy" 2, "Al Pacino" 2, "1990s" 2, "girl" 2, all else in one film only: ln(4/2) each,
        // the average film has √2, √2, 1, 1 of genres, and 1 of each other field where it has any.
        var options = new ContentOptions { GenreWeight = 1, CastWeight = 0.5f, DecadeWeight = 0.25f, SynopsisWeight = 2 };
        var model = (ContentModel)new ContentTrainer(s_facts, options).Fit(s_ratings, new TrainingRun());
        var rarity = Math.Log(2);
        var genre = rarity * 1 / ((2 * Math.Sqrt(2) + 2) / 4 * rarity);
        double[] heat = [genre, genre, 0.5, 0.25]; // Crime, Drama, Al Pacino, 1990s
        double[] clueless = [genre, 0.25, 2]; // Comedy, 1990s, girl
        var length = Math.Sqrt(heat.Sum(value => value * value));

        Assert.Equal(heat.Select(value => value / length), model.Vectors[0].Values.ToArray().Select(value => (double)value), (x, y) => Math.Abs(x - y) < 1e-6);
        var alike = 0.25 * 0.25 / length / Math.Sqrt(clueless.Sum(value => value * value));
        Assert.Equal(alike, model.Similar(0, 5).Single(film => film.Item == 2).Score, 1e-6);
    }

    [Fact]
    public void Score_AnyFilm_IsTheWeightedSumOfLikenesses()
    {
        var options = new ContentOptions { SeenWorth = 1, Shrinkage = 3, MeanShrinkage = 2 };
        var model = new ContentTrainer(s_facts, options).Fit(s_ratings, new TrainingRun());
        double Likeness(int left, int right) =>
            left == right ? 1 : model.Similar(left, 10).Where(film => film.Item == right).Select(film => (double)film.Score).SingleOrDefault();

        var viewer = model.FoldIn([new(0, 5), new(2, 1.5f)]);

        var mean = (5 + 1.5 + 2 * 3) / 4; // the mean of all is 3
        for (var film = 0; film < 5; film++)
        {
            var expected = film == 4 ? 0 : ((1 + 5 - mean) * Likeness(film, 0) + (1 + 1.5 - mean) * Likeness(film, 2)) / (2 + 3);
            Assert.Equal(expected, viewer.Score(film), 1e-6);
        }
    }

    [Fact]
    public void SharedTerms_ViewerOfOneFilm_AreNamedAsWrittenAndAddUp()
    {
        var viewer = (ITermsViewer)Model.FoldIn([new(0, 5)]);

        var terms = viewer.SharedTerms(1, 10);

        Assert.Equal(["Al Pacino", "Crime", "Drama"], terms.Select(term => term.Text).Order());
        Assert.Equal(ContentField.Cast, terms.Single(term => term.Text == "Al Pacino").Field);
        Assert.Equal(viewer.Score(1), terms.Sum(term => term.Part), 1e-6);
        Assert.True(terms.Zip(terms.Skip(1)).All(pair => pair.First.Part >= pair.Second.Part), "The strongest do not come first.");
        Assert.Equal(terms.Take(2), viewer.SharedTerms(1, 2));
        Assert.Equal(["1990s"], viewer.SharedTerms(2, 10).Select(term => term.Text));
        Assert.Empty(viewer.SharedTerms(4, 10));
        Assert.Empty(viewer.SharedTerms(-1, 10));
    }

    [Fact]
    public void SharedTerms_TwoFilms_AddUpToTheirLikeness()
    {
        var model = Model;

        var terms = model.SharedTerms(2, 3, 10);

        Assert.Equal(["Comedy", "girl"], terms.Select(term => term.Text).Order());
        Assert.Equal(model.Similar(2, 1).Single(film => film.Item == 3).Score, terms.Sum(term => term.Part), 1e-6);
        Assert.Empty(model.SharedTerms(2, 99, 10));
    }

    [Fact]
    public void FoldIn_LovedAndHated_TurnsTheList()
    {
        var lover = Model.FoldIn([new(0, 5), new(2, 0.5f)]);
        var hater = Model.FoldIn([new(0, 0.5f), new(2, 5)]);

        Assert.True(lover.Score(1) > lover.Score(3));
        Assert.True(hater.Score(3) > hater.Score(1));
    }

    [Fact]
    public void Fit_FieldOfNoWeight_LinksNothing()
    {
        var options = new ContentOptions { GenreWeight = 0, CastWeight = 0 };
        var model = new ContentTrainer(s_facts, options).Fit(s_ratings, new TrainingRun());

        Assert.DoesNotContain(model.Similar(0, 10), film => film.Item == 1);
        Assert.Contains(model.Similar(0, 10), film => film.Item == 2);
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(1L << 40)]
    public void Fit_IdThatNoRatingCouldName_IsRefusedByName(long id)
    {
        var trainer = new ContentTrainer(new KnownFacts([new(id) { Genres = ["Crime"] }]));

        var error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(s_ratings, new TrainingRun()));

        Assert.Contains($"Film {id} ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SharedTerms_ModelThatWasRead_AreTheSame()
    {
        var (model, stream) = (Model, new MemoryStream());
        ModelReader.Write(model, stream);
        stream.Position = 0;

        var read = (ContentModel)ModelReader.Read(stream);

        Assert.Equal(model.SharedTerms(0, 1, 10), read.SharedTerms(0, 1, 10));
    }
}

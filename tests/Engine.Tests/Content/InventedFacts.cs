using System.Globalization;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Tests.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Content;

/// <summary>Facts for the films of the contract's sets: films of one block, or of near ids, have much in common.</summary>
static class InventedFacts
{
    static readonly string[] s_words = ["heist", "island", "robot", "wedding", "detective", "ghost", "racing"];

    public static KnownFacts Of(Interactions ratings) => new(ratings.Items.Ids.ToArray().Select((id, place) => OfFilm(id, place)));

    public static FilmFacts OfFilm(int id, int place) => new(id)
    {
        Genres = place < ContractRatings.BlockFilms
            ? ["Crime", place % 3 == 0 ? "Drama" : "Action"]
            : ["Comedy", place % 3 == 0 ? "Romance" : "Musical"],
        Keywords = [string.Create(CultureInfo.InvariantCulture, $"{s_words[place % s_words.Length]} {place / ContractRatings.BlockFilms}")],
        Directors = [string.Create(CultureInfo.InvariantCulture, $"Director {place / ContractRatings.BlockFilms}")],
        Cast = [string.Create(CultureInfo.InvariantCulture, $"Actor {place / ContractRatings.BlockFilms} of {place % 4}")],
        Year = 1950 + place / 2,
        Overview = place < ContractRatings.BlockFilms ? $"A {s_words[place % 3]} goes wrong." : $"The {s_words[3 + place % 4]}s are robbed.",
    };

    /// <summary>Trains on ratings with invented facts of just their films.</summary>
    public sealed class Trainer(Func<KnownFacts, ITrainer> trainer) : ITrainer
    {
        public string Name => trainer(KnownFacts.None).Name;

        public IModel Fit(Interactions ratings, TrainingRun run) => trainer(Of(ratings)).Fit(ratings, run);
    }
}

using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Tests.Files;
using Matinee.Engine.Files;

namespace Matinee.Core.Tests.Catalog;

/// <summary>The catalogue that a start reads, damaged and forged.</summary>
public sealed class CatalogueFileDamageTests
{
    const int Rounds = 1500;

    readonly FileFuzzer _fuzzer = new(Sample(), Text);

    [Fact]
    public void Read_Damaged_IsRefused() => _fuzzer.Damage(Rounds, seed: 7);

    [Fact]
    public void Read_Forged_IsRefusedOrCanBeServed()
    {
        _fuzzer.AssertHonest();
        Assert.InRange(_fuzzer.Lie(Rounds, seed: 8), Rounds / 2, Rounds - 1);
    }

    static byte[] Sample()
    {
        var state = new CatalogueState(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { MoviesRead = "films go on here", FiguresRead = "figures go on here" };
        for (var id = 1; id <= 12; id++)
        {
            state.Take(new Movie { Id = id, Title = $"Film {id} 電影", Year = 1950 + id, Genres = ["Drama", "Comedy"], Cast = [$"Actor {id}"], Keywords = ["heist"], Overview = $"About {id}." });
            state.Take(new HotMovie { MovieId = id, Window = HotWindow.Week, Revision = id, Score = id / 7.0, Count = id, HalvesSum = id * 5, Days = [new(20_000, id, id * 5), new(20_001, 1, 3)] });
        }

        var bytes = new MemoryStream();
        CatalogueFile.Write(state).WriteTo(bytes);
        return bytes.ToArray();
    }

    static string Text(ModelFile file)
    {
        var state = CatalogueFile.Read(file);
        Assert.All(state.Movies, static movie => Assert.NotNull(movie.Title));
        return $"{state.Begun:O} {state.MoviesRead} {state.FiguresRead} {JsonSerializer.Serialize(state.Movies)} {JsonSerializer.Serialize(state.Figures.OrderBy(static one => (one.MovieId, one.Window)))}";
    }
}

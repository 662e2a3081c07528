using System.Text;
using Matinee.Local.Import.MovieLens;

namespace Matinee.Local.Tests.Import;

public class RatingLineTests
{
    const long Latest = 2_000_000_000;

    [Theory]
    [InlineData("1,31,2.5,1260759144", ",", 1, 31, 5, 1260759144)]
    [InlineData("7::1193::5::978300760", "::", 7, 1193, 10, 978300760)]
    [InlineData("196\t242\t3\t881250949", "\t", 196, 242, 6, 881250949)]
    [InlineData("1,2,0.5,0", ",", 1, 2, 1, 0)]
    public void TryParse_SoundLine_IsRead(string line, string separator, int user, int film, int halves, long time)
    {
        Assert.Null(Parse(line, separator, out var rating));
        Assert.Equal(new(user, film, (byte)halves, time), rating);
    }

    [Theory]
    [InlineData("", "user")]
    [InlineData("x,1,3,4", "user")]
    [InlineData("-1,1,3,4", "user")]
    [InlineData("9999999999,1,3,4", "user")]
    [InlineData("1;1;3;4", "user")]
    [InlineData("1,,3,4", "film")]
    [InlineData("1,2", "film")]
    [InlineData("1,2,,4", "stars")]
    [InlineData("1,2,3", "stars")]
    [InlineData("1,2,NaN,4", "NaN stars")]
    [InlineData("1,2,0,4", "0 stars")]
    [InlineData("1,2,5.5,4", "5.5 stars")]
    [InlineData("1,2,3.7,4", "3.7 stars")]
    [InlineData("1,2,3,", "time")]
    [InlineData("1,2,3,4,5", "time")]
    [InlineData("1,2,3,-4", "time")]
    [InlineData("1,2,3,2000000001", "future")]
    public void TryParse_BrokenLine_SaysWhy(string line, string expected) =>
        Assert.Contains(expected, Parse(line, ",", out _), StringComparison.Ordinal);

    [Fact]
    public void TryParse_AnyBytes_NeverThrowAndNeverGiveNonsense()
    {
        var random = new Random(3);
        var sound = 0;
        for (var round = 0; round < 200_000; round++)
        {
            var line = Encoding.ASCII.GetBytes("17,260,4.5,1260759144");
            for (var i = random.Next(4); i >= 0; i--) line[random.Next(line.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : "0123456789.,-e"[random.Next(14)]);
            if (RatingLine.TryParse(line, ","u8, Latest, out var rating) is not null) continue;
            sound++;
            Assert.True(rating.User >= 0 && rating.Film >= 0 && rating.Halves is >= 1 and <= 10 && rating.Time is >= 0 and <= Latest, Encoding.Latin1.GetString(line));
        }

        Assert.InRange(sound, 1000, 190_000);
    }

    static string? Parse(string line, string separator, out RatingLine rating) =>
        RatingLine.TryParse(Encoding.UTF8.GetBytes(line), Encoding.UTF8.GetBytes(separator), Latest, out rating);
}

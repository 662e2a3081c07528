using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class AlertsTests
{
    const string File = "infra/modules/alerts.bicep";

    [Fact]
    public void Alerts_AsTheyAre_LookAtWhatIsMeasured() => Assert.Empty(Alerts.Problems(Repository.AsItIs));

    [Theory]
    [InlineData("\"matinee.feed.lag\"", "\"matinee.lag\"", "feed-lag looks at matinee.lag, which no code measures")]
    [InlineData("\"RatingsFeed\"", "\"Ratings\"", "feed-failing looks at Ratings, which no function is called")]
    [InlineData("\"failed\"", "\"broken\"", "training-failed looks at broken, which no run ends with")]
    [InlineData("name: 'model-age'", "name: 'age'", "there is no alert 'model-age'")]
    [InlineData("values: ['429']", "values: ['400']", "nobody is told of throttling")]
    public void Alerts_Spoilt_AreFound(string old, string replacement, string says) =>
        new Spoilt(File, old, replacement, says).MustBeFoundBy(Alerts.Problems);
}

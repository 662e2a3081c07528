using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Models;

/// <summary>What became of the intervals that a model gave for ratings it had not seen.</summary>
/// <param name="Inside">The share of the ratings that lay in the 80 % interval.</param>
/// <param name="NarrowError">The mean absolute error where the interval was narrower than the median.</param>
/// <param name="WideError">The same where it was wider.</param>
sealed record Coverage(double Inside, double NarrowError, double WideError)
{
    // So many standard deviations on either side hold 80 % of a normal distribution.
    const double Half = 1.2815515655446004;

    /// <summary>Asks for the test ratings of people who are folded in from their training ratings.</summary>
    public static Coverage Of(IModel model, Interactions train, IEnumerable<Rating> test)
    {
        var answers = new List<(double Error, double Deviation)>();
        foreach (var person in test.GroupBy(rating => rating.User))
        {
            var user = train.Users.IndexOf(person.Key);
            var viewer = Assert.IsAssignableFrom<IUncertainViewer>(model.FoldIn(user < 0 ? [] : train.OfUser(user).ToOwn()));
            foreach (var rating in person)
            {
                var item = train.Items.IndexOf(rating.Item);
                answers.Add((Math.Abs(viewer.Score(item) - rating.Stars), viewer.Deviation(item)));
            }
        }

        Assert.All(answers, answer => Assert.True(answer.Deviation > 0 && double.IsFinite(answer.Deviation), $"A deviation is {answer.Deviation}."));
        var ordered = answers.OrderBy(answer => answer.Deviation).ToList();
        var (narrow, wide) = (ordered.Take(ordered.Count / 2), ordered.Skip(ordered.Count / 2));
        return new(
            answers.Average(answer => answer.Error <= Half * answer.Deviation ? 1.0 : 0),
            narrow.Average(answer => answer.Error),
            wide.Average(answer => answer.Error));
    }
}

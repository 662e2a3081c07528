using Matinee.Engine.Baseline;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Neural;

/// <summary>Ratings that the learning does not see, of people and films that it does: what says when to stop.</summary>
sealed class HeldOutRatings
{
    readonly Interactions _rest;
    readonly (int User, int[] Items, float[] Stars)[] _people;

    public HeldOutRatings(Interactions rest, IEnumerable<Rating> held)
    {
        _rest = rest;
        _people =
        [
            .. from rating in held
               let row = (User: rest.Users.IndexOf(rating.User), Item: rest.Items.IndexOf(rating.Item), rating.Stars)
               where row.User >= 0 && row.Item >= 0
               group row by row.User into person
               select (person.Key, person.Select(row => row.Item).ToArray(), person.Select(row => row.Stars).ToArray()),
        ];
        Count = _people.Sum(person => person.Items.Length);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The root of the mean squared error as the weights are.</summary>
    public double Error(NeuralLearning learning, BaselineModel baseline, TrainingRun run)
    {
        var squares = new double[_people.Length];
        var state = learning.State;
        Rows.ForEach(_people.Length, run, () => (Pass: new PersonPass(state.Shape), Evidence: new Evidence(state.Shape, baseline)), (at, scratch) =>
        {
            var (user, items, stars) = _people[at];
            var person = learning.OfPerson(user).ToArray();
            scratch.Evidence.AddTo(person, state.Films.Span, _rest.OfUser(user).ToOwn());
            scratch.Pass.Enter(state.Net, person);
            for (var start = 0; start < items.Length; start += Kernels.TileSide)
            {
                var count = Math.Min(Kernels.TileSide, items.Length - start);
                scratch.Pass.Forward(state.Films.Span, items.AsSpan(start, count), [], []);
                for (var b = 0; b < count; b++) squares[at] += Math.Pow(scratch.Pass.Outs[b] - stars[start + b], 2);
            }
        });
        return Math.Sqrt(squares.Sum() / Count);
    }
}

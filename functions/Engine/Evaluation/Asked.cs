using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Evaluation;

/// <summary>The test users of a split as a model meets them: folded in from their training ratings, as anyone is when serving.</summary>
sealed class Asked
{
    readonly IModel _model;
    readonly Interactions _training;
    readonly KnownFacts _facts;
    readonly IdMap _test;
    readonly int[] _ofTraining;
    readonly int[] _users;
    int _done;

    public Asked(IModel model, Split split, KnownFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(split);
        if (split.Test.Count == 0)
            throw new ArgumentException("The split has no test ratings; choose one that holds some back.", nameof(split));
        (_model, _training, _test, _facts) = (model, split.Training, split.Test.Users, facts ?? KnownFacts.None);
        _ofTraining = Array.ConvertAll(split.Training.Items.Ids.ToArray(), model.Items.IndexOf);
        _users = Array.ConvertAll(split.Test.Users.Ids.ToArray(), split.Training.Users.IndexOf);
        ItemOfTest = Array.ConvertAll(split.Test.Items.Ids.ToArray(), model.Items.IndexOf);
    }

    /// <summary>The model's place of each film of the test part, -1 where the model does not know it.</summary>
    public int[] ItemOfTest { get; }

    /// <summary>How many ratings a test user has in training.</summary>
    public int RatingsOf(int user) => _users[user] < 0 ? 0 : _training.OfUser(_users[user]).Count;

    /// <summary>A test user's ratings in training, in the model's terms.</summary>
    public OwnRating[] Own(int user)
    {
        if (_users[user] < 0) return [];
        var own = _training.OfUser(_users[user]).ToOwn();
        for (var i = 0; i < own.Length; i++) own[i] = own[i] with { Item = _ofTraining[own[i].Item] };
        return own;
    }

    /// <summary>A test user as the model sees them, with what they have told of themselves where the model makes use of it.</summary>
    public IViewer FoldIn(int user) =>
        _model is IProfiledModel profiled ? profiled.FoldIn(Own(user), _facts.OfPerson(_test[user])) : _model.FoldIn(Own(user));

    public void Report(string stage, TrainingRun run)
    {
        var done = Interlocked.Increment(ref _done);
        if (run.Progress is { } progress && (done % Math.Max(1, _users.Length / 100) == 0 || done == _users.Length))
            progress.Report(new(stage, (double)done / _users.Length));
    }

    /// <summary>A contract that a model has broken: a score that is no number would silently order or average as one.</summary>
    public InvalidOperationException NotANumber(int item, float score) =>
        new($"The model '{_model.Kind}' scores film {(item < 0 ? "(unknown)" : _model.Items[item])} with {score}.");
}

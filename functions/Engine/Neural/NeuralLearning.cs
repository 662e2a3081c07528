using System.Runtime.InteropServices;
using Matinee.Engine.Baseline;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Neural;

/// <summary>The learning of the net, pass after pass over the ratings.</summary>
/// <remarks>
/// The parts of a mini-batch are worked out on several threads, each into a place of its own; then they are added up one
/// after the other, in the order of the batch. So threads do not change a bit.
/// </remarks>
sealed class NeuralLearning
{
    /// <summary>A person's ratings are predicted in so many parts, each from the others.</summary>
    public const int Folds = 5;

    const double FirstSpread = 0.02;

    // Far apart, so that the passes' sequences have nothing in common with each other or with other seeds'.
    const ulong SeedStep = 0x9E3779B97F4A7C15UL;

    readonly Interactions _ratings;
    readonly NeuralOptions _options;
    readonly TrainingRun _run;
    readonly BaselineModel _baseline;
    readonly NetShape _shape;
    readonly float[] _films;
    readonly float[] _net;
    readonly float[] _people;
    readonly Adam _filmsAdam;
    readonly Adam _netAdam;
    readonly Adam _peopleAdam;
    readonly float[] _netGradient;
    readonly TouchedRows _filmGradients;
    readonly PersonPart[] _parts;
    readonly float[] _personGradient;

    public NeuralLearning(Interactions ratings, BaselineModel baseline, NeuralOptions options, TrainingRun run)
    {
        (_ratings, _baseline, _options, _run) = (ratings, baseline, options, run);
        _shape = new(options.Embedding, options.FirstLayer, options.SecondLayer);
        _films = new float[checked(ratings.Items.Count * _shape.FilmStride)];
        _people = new float[checked(ratings.Users.Count * _shape.PersonStride)];
        _net = new float[_shape.Weights];
        Start();
        (_filmsAdam, _netAdam, _peopleAdam) = (new(_films), new(_net), new(_people));
        (_netGradient, _personGradient) = (new float[_net.Length], new float[_shape.PersonStride]);
        _filmGradients = new(ratings.Items.Count, _shape.FilmStride);
        _parts = new PersonPart[options.Batch];
        for (var part = 0; part < _parts.Length; part++) _parts[part] = new(_shape, baseline);
    }

    /// <summary>The weights as they are, not a copy.</summary>
    public NetState State => new(_shape, _films, _net);

    /// <summary>What the person is besides the average of their films.</summary>
    public ReadOnlySpan<float> OfPerson(int user) => _people.AsSpan(user * _shape.PersonStride, _shape.PersonStride);

    /// <summary>One pass over all ratings.</summary>
    public void Epoch(int epoch, double rate)
    {
        var order = new int[_ratings.Users.Count * Folds];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var seed = _run.Seed + (ulong)(epoch + 1) * SeedStep;
        var random = new SeededRandom(seed);
        random.Shuffle(order.AsSpan());
        for (var start = 0; start < order.Length; start += _parts.Length)
        {
            var batch = order.AsMemory(start, Math.Min(_parts.Length, order.Length - start));
            var state = State;
            Rows.ForEach(batch.Length, _run, () => 0, (place, _) =>
            {
                var (user, fold) = (batch.Span[place] / Folds, batch.Span[place] % Folds);
                Divide(_parts[place], user, fold, new(seed, 1 + (ulong)user));
                _parts[place].Learn(state, OfPerson(user), _options.Dropout, new(~seed, (ulong)batch.Span[place]), ofFilms: true);
            }, chunk: 1);
            Step(batch.Length, rate);
        }
    }

    void Start()
    {
        var random = new SeededRandom(_run.Seed);
        for (var item = 0; item < _ratings.Items.Count; item++)
        {
            var film = _films.AsSpan(item * _shape.FilmStride, _shape.FilmStride);
            for (var k = 0; k < _shape.FilmBias; k++) film[k] = (float)(FirstSpread * random.NextNormal());
            film[_shape.FilmBias] = NetShape.Logit(_baseline.Expect(item));
        }

        // He's spread for layers that rectify; the product starts as that of a plain factorization.
        Spread(0, _shape.FirstBias, Math.Sqrt(2.0 / (3 * _shape.Embedding)), ref random);
        Spread(_shape.Deep, _shape.First * _shape.Second, Math.Sqrt(2.0 / _shape.First), ref random);
        Spread(_shape.Out, _shape.Second, FirstSpread, ref random);
        _net.AsSpan(_shape.Product, _shape.Embedding).Fill(1);
    }

    void Spread(int start, int count, double deviation, ref SeededRandom random)
    {
        foreach (ref var weight in _net.AsSpan(start, count)) weight = (float)(deviation * random.NextNormal());
    }

    void Divide(PersonPart part, int user, int fold, SeededRandom random)
    {
        part.User = user;
        part.Clear();
        var own = _ratings.OfUser(user);
        for (var i = 0; i < own.Count; i++) part.Add(new(own.Others[i], own.StarsAt(i)), random.Next(Folds) == fold);
    }

    void Step(int count, double rate)
    {
        _netAdam.Begin(rate);
        _filmsAdam.Begin(rate);
        _peopleAdam.Begin(rate);
        _netGradient.AsSpan().Clear();
        _filmGradients.Clear();
        for (var place = 0; place < count; place++)
        {
            if (_parts[place].Asked.IsEmpty) continue;
            Kernels.AddScaled(1, _parts[place].Gradient.Net, _netGradient);
            Gather(_parts[place]);
        }

        _netAdam.Move(0, _netGradient);
        foreach (var item in _filmGradients.Touched) _filmsAdam.Move(item * _shape.FilmStride, _filmGradients[item]);
    }

    void Gather(PersonPart part)
    {
        var regularization = (float)_options.Regularization;
        var asked = part.Asked;
        for (var i = 0; i < asked.Length; i++)
        {
            var gradient = _filmGradients.Touch(asked[i]);
            var own = part.OfFilm(i);
            Kernels.AddScaled(1, own[.._shape.Embedding], gradient[.._shape.Embedding]);
            Kernels.AddScaled(regularization, Film(asked[i])[.._shape.Embedding], gradient[.._shape.Embedding]);
            gradient[_shape.FilmBias] += own[_shape.Embedding];
        }

        var person = part.Gradient.Person.AsSpan();
        var scale = part.Evidence.Scale;
        var lefts = part.Evidence.Lefts;
        var known = CollectionsMarshal.AsSpan(part.Known);
        var draw = regularization * asked.Length * scale * scale;
        for (var i = 0; i < known.Length; i++)
        {
            var gradient = _filmGradients.Touch(known[i].Item);
            Kernels.AddScaled(scale * lefts[i], person[.._shape.Embedding], gradient.Slice(_shape.Liked, _shape.Embedding));
            Kernels.AddScaled(scale, person[.._shape.Embedding], gradient.Slice(_shape.Seen, _shape.Embedding));
            Kernels.AddScaled(draw, Film(known[i].Item).Slice(_shape.Liked, 2 * _shape.Embedding), gradient.Slice(_shape.Liked, 2 * _shape.Embedding));
        }

        person.CopyTo(_personGradient);
        Kernels.AddScaled(regularization * asked.Length, OfPerson(part.User), _personGradient);
        _peopleAdam.Move(part.User * _shape.PersonStride, _personGradient);
    }

    ReadOnlySpan<float> Film(int item) => _films.AsSpan(item * _shape.FilmStride, _shape.FilmStride);
}

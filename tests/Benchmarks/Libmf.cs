using System.Runtime.InteropServices;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks;

/// <summary>
/// LIBMF through its public C interface, from a shared library that the one who measures has built and names with
/// --libmf; nothing of it is part of this repository.
/// </summary>
sealed unsafe class Libmf : IDisposable
{
    readonly nint _library;
    readonly delegate* unmanaged<Parameters> _defaults;
    readonly delegate* unmanaged<Problem*, Parameters, Model*> _train;
    readonly delegate* unmanaged<Model*, int, int, float> _predict;
    readonly delegate* unmanaged<Model**, void> _destroy;

    public Libmf(string path)
    {
        _library = NativeLibrary.Load(Path.GetFullPath(path));
        _defaults = (delegate* unmanaged<Parameters>)NativeLibrary.GetExport(_library, "mf_get_default_param");
        _train = (delegate* unmanaged<Problem*, Parameters, Model*>)NativeLibrary.GetExport(_library, "mf_train");
        _predict = (delegate* unmanaged<Model*, int, int, float>)NativeLibrary.GetExport(_library, "mf_predict");
        _destroy = (delegate* unmanaged<Model**, void>)NativeLibrary.GetExport(_library, "mf_destroy_model");
    }

    /// <summary>Trains in memory and predicts the test; the seconds are those of mf_train alone.</summary>
    public (double Seconds, double Rmse) Run(Interactions train, IReadOnlyList<Rating> test, LibmfSettings settings)
    {
        var nodes = new List<Node>(train.Count);
        for (var user = 0; user < train.Users.Count; user++)
        {
            var row = train.OfUser(user);
            for (var i = 0; i < row.Count; i++) nodes.Add(new() { User = user, Item = row.Others[i], Stars = row.StarsAt(i) });
        }

        var parameters = _defaults();
        parameters.Factors = settings.Factors;
        parameters.Threads = settings.Threads;
        parameters.Iterations = settings.Iterations;
        parameters.LambdaP2 = parameters.LambdaQ2 = settings.Lambda;
        parameters.Eta = settings.Eta;
        parameters.Quiet = 1;
        fixed (Node* first = CollectionsMarshal.AsSpan(nodes))
        {
            var problem = new Problem { Users = train.Users.Count, Items = train.Items.Count, Count = nodes.Count, Nodes = first };
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var model = _train(&problem, parameters);
            var seconds = watch.Elapsed.TotalSeconds;
            var sum = 0.0;
            foreach (var rating in test)
            {
                var (user, item) = (train.Users.IndexOf(rating.User), train.Items.IndexOf(rating.Item));
                // LIBMF itself answers with the mean of all for whom or what it has not seen.
                var predicted = user < 0 || item < 0 ? train.MeanStars : _predict(model, user, item);
                var error = Stars.Clamp(predicted) - rating.Stars;
                sum += error * error;
            }

            _destroy(&model);
            return (seconds, Math.Sqrt(sum / test.Count));
        }
    }

    public void Dispose() => NativeLibrary.Free(_library);

    [StructLayout(LayoutKind.Sequential)]
    struct Node
    {
        public int User;
        public int Item;
        public float Stars;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Problem
    {
        public int Users;
        public int Items;
        public long Count;
        public Node* Nodes;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Parameters
    {
        public int Function;
        public int Factors;
        public int Threads;
        public int Bins;
        public int Iterations;
        public float LambdaP1;
        public float LambdaP2;
        public float LambdaQ1;
        public float LambdaQ2;
        public float Eta;
        public float Alpha;
        public float C;
        public byte NonNegative;
        public byte Quiet;
        public byte CopyData;
    }

    struct Model;
}

/// <summary>What of LIBMF's parameters is tuned.</summary>
readonly record struct LibmfSettings(int Factors, int Iterations, float Lambda, float Eta, int Threads);

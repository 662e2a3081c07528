using Matinee.Engine.Neural;

namespace Matinee.Engine.Tests.Neural;

/// <summary>The net by its formula, in double, one film at a time.</summary>
static class NaiveNet
{
    public static double Stars(NetShape shape, double[] net, double[] person, double[] film)
    {
        double At(int matrix, int output, int input, int inputs) => net[matrix + NetShape.At(output, input, inputs)];
        var z = person[shape.Embedding] + film[shape.FilmBias];
        for (var k = 0; k < shape.Embedding; k++) z += net[shape.Product + k] * person[k] * film[k];
        var h1 = new double[shape.First];
        for (var o = 0; o < shape.First; o++)
        {
            var sum = net[shape.FirstBias + o];
            for (var k = 0; k < shape.Embedding; k++)
            {
                sum += At(NetShape.Person, o, k, shape.Embedding) * person[k];
                sum += At(shape.Film, o, k, shape.Embedding) * film[k];
                sum += At(shape.Both, o, k, shape.Embedding) * person[k] * film[k];
            }

            h1[o] = Math.Max(sum, 0);
        }

        for (var o = 0; o < shape.Second; o++)
        {
            var sum = net[shape.SecondBias + o];
            for (var i = 0; i < shape.First; i++) sum += At(shape.Deep, o, i, shape.First) * h1[i];
            z += net[shape.Out + o] * Math.Max(sum, 0);
        }

        return 0.5 + 4.5 / (1 + Math.Exp(-z));
    }
}

using Matinee.Engine.Baseline;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neural;

/// <summary>How a person is found for a net that does not change: the average of their films, then gradient steps.</summary>
static class FoldedPerson
{
    /// <summary>The embedding, then the bias.</summary>
    /// <remarks>
    /// The steps lessen the error on the person's own ratings as training does: each fold predicted from the others, and what
    /// the person is besides the average drawn to zero.
    /// </remarks>
    public static float[] Of(NetState state, BaselineModel baseline, ReadOnlySpan<OwnRating> own, FoldInSteps steps)
    {
        var shape = state.Shape;
        var person = new float[shape.PersonStride];
        if (own.Length > 1 && steps.Count > 0) Walk(state, baseline, own, steps, person);
        new Evidence(shape, baseline).AddTo(person, state.Films.Span, own);
        return person;
    }

    static void Walk(NetState state, BaselineModel baseline, ReadOnlySpan<OwnRating> own, FoldInSteps steps, float[] person)
    {
        var part = new PersonPart(state.Shape, baseline);
        var folds = Math.Min(NeuralLearning.Folds, own.Length);
        var adam = new Adam(person);
        var gradient = new float[person.Length];
        for (var step = 0; step < steps.Count; step++)
        {
            gradient.AsSpan().Clear();
            for (var fold = 0; fold < folds; fold++)
            {
                part.Clear();
                for (var i = 0; i < own.Length; i++) part.Add(own[i], i % folds == fold);
                part.Learn(state, person, 0, default, ofFilms: false);
                Kernels.AddScaled(1, part.Gradient.Person, gradient);
            }

            Kernels.AddScaled(steps.Regularization * own.Length, person, gradient);
            adam.Begin(steps.Rate);
            adam.Move(0, gradient);
        }
    }
}

/// <summary>How many steps a person takes, how large they are and how strongly the person is drawn back.</summary>
readonly record struct FoldInSteps(int Count, float Rate, float Regularization);

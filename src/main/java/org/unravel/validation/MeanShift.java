package org.unravel.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Model;
import org.unravel.model.Tolerance;

/**
 * How far something moves an exact mean, beside the error that the mean has in a run.
 *
 * @param name of the curve
 * @param atEnd the change of the mean at the last grid time, in its own unit
 * @param time where the change is largest among the grid times at which it exceeds the error; if it does nowhere, where it comes closest
 * @param shift the change of the mean at that time
 * @param error at that time: the larger of the standard error, what the exact mean is good to, and {@link Tolerance#RESULT} of the scale; &gt; 0
 * @param scale of the mean: the energy scale, or the norm of the observable
 */
public record MeanShift(String name, double atEnd, double time, double shift, double error, double scale) {

    /** The shift of every curve that was sampled with an error bar and has an exact mean, in the order of the curves. */
    static List<MeanShift> all(Model model, EnsembleResult result, ExactCurves exact, Map<String, double[]> shifts) {
        List<MeanShift> all = new ArrayList<>();
        for (Curve curve : result.curves()) {
            if (shifts.containsKey(curve.name())) {
                of(model, result, exact, curve, shifts.get(curve.name())).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<MeanShift> of(Model model, EnsembleResult result, ExactCurves exact, Curve curve, double[] shift) {
        double scale = scale(model, result, curve.name());
        MeanShift worst = null;
        for (int i = 0; i < shift.length; i++) {
            double error = Math.max(Tolerance.RESULT * scale, Math.max(curve.standardError()[i], exact.error(curve.name(), i)));
            MeanShift here = new MeanShift(curve.name(), shift[shift.length - 1], model.time().time(i), shift[i], error, scale);
            // no error bar, no comparison
            if (error > 0 && (worst == null || here.isWorseThan(worst))) {
                worst = here;
            }
        }
        return Optional.ofNullable(worst);
    }

    /** What exceeds its error is compared in units of the scale, so that a time at which nothing has scattered yet is not the worst; else in errors. */
    boolean isWorseThan(MeanShift other) {
        if (exceedsError() && other.exceedsError()) {
            return Math.abs(shift) / scale > Math.abs(other.shift) / other.scale;
        }
        return inErrors() > other.inErrors();
    }

    private static double scale(Model model, EnsembleResult result, String name) {
        return model.observables().stream().filter(o -> o.name().equals(name)).findFirst()
                .map(o -> o.operator().at(model.time().start()).rowSumNorm()).filter(s -> s > 0).orElse(result.firstLaw().scale());
    }

    private double inErrors() {
        return Math.abs(shift) / error;
    }

    /** True if it is more than the error. */
    public boolean exceedsError() {
        return inErrors() > 1;
    }

    /** For people, with the number of levels that it was found by. */
    String text(int levels) {
        String what = "with " + levels + " levels ";
        return exceedsError()
                ? what + name + " is " + (shift > 0 ? "larger" : "smaller") + " by " + number(Math.abs(shift)) + " at t = "
                        + Digits.six(time) + ", and its error is " + number(error)
                        + ": that sample and exact ensemble agree says nothing of the model"
                : what + "no mean moves by more than " + (shift == 0 ? "0" : number(inErrors())) + " of its error";
    }

    /** Two digits. */
    static String number(double x) {
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(2)).stripTrailingZeros();
        return x >= 1e-4 && x < 1e6 ? rounded.toPlainString() : String.format(Locale.ROOT, "%.1e", x);
    }
}

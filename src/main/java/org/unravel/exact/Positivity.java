package org.unravel.exact;

import java.util.Locale;
import java.util.Optional;

import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.WeightSign;

/** Watches at the grid times whether the states of a master equation stay positive. With rates of both signs nothing makes sure of that, and what is solved as it stands may be no process of any system. */
final class Positivity {

    /** A population below this is not rounding: the exact side is good to 1e-11. */
    private static final double ROUNDING = 1e-9;

    private final Model model;
    private int looked;
    private int broken;
    private double least;
    private double time;

    private Positivity(Model model) {
        this.model = model;
    }

    /** For a model whose rates may have both signs; of others all states are positive. */
    static Optional<Positivity> of(Model model) {
        return Optional.of(new Positivity(model)).filter(p -> model.unraveling().weights() == WeightSign.SIGNED);
    }

    /** Looks at the state at a grid time. */
    void look(int gridIndex, DenseMatrix rho) {
        double lowest = rho.eigen().values()[0];
        looked++;
        broken += lowest < -ROUNDING ? 1 : 0;
        if (lowest < least) {
            least = lowest;
            time = model.time().time(gridIndex);
        }
    }

    /** What to tell the user where a state was not positive. */
    Optional<Caveat> caveat() {
        return broken == 0 ? Optional.empty() : Optional.of(new Caveat(Caveat.Kind.NOT_POSITIVE, String.format(Locale.ROOT, "expected states with populations >= 0, found %.3g at t = %s, and some below 0 at %d "
                + "of %d grid times: with these rates the equation is that of no system", least, Double.toString(time).replaceAll("\\.0$", ""), broken, looked)));
    }
}

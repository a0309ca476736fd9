package org.unravel.modelfile;

import java.util.Optional;

import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.Periodicity;
import org.unravel.model.TimeGrid;
import org.unravel.model.TimeProof.Outcome;

/** Reads {@code period}, and refuses one after which the model does not repeat. */
final class PeriodReader {

    static final String KEY = "period";

    private final Optional<YamlNode> node;
    private final Optional<Double> period;

    /** Reads the number, > 0. */
    PeriodReader(Scope scope, YamlNode.Mapping file) {
        this.node = file.optional(KEY);
        this.period = node.map(n -> Expression.parse(n.text()).number(scope));
        period.filter(p -> !(p > 0)).ifPresent(p -> {
            throw node.orElseThrow().error("expected period > 0, found " + PhysicsCheck.number(p));
        });
    }

    /** The number, if there is one. */
    Optional<Double> value() {
        return period;
    }

    /** The times at which a model must be sound: those of its run, and a whole period where that is longer. */
    TimeGrid checked(TimeGrid run) {
        double end = run.start() + period.orElse(0.0);
        if (end <= run.end()) {
            return run;
        }
        return new TimeGrid(run.start(), end, run.pointCount());
    }

    /** The model with its period, and with a caveat where it is not proven that it repeats. */
    Model repeating(Model model, PhysicsCheck check) {
        if (period.isEmpty()) {
            return model;
        }
        YamlNode place = node.orElseThrow();
        Periodicity periodicity = new Periodicity(model.time(), period.get());
        periodicity.of(model, Outcome.FAILED).ifPresent(f -> {
            throw place.error("expected " + f.name() + " to repeat after period = " + periodicity.shownPeriod() + ", found "
                    + (Double.isFinite(f.finding().value()) ? "a difference of " + PhysicsCheck.number(f.finding().value()) + " between t = " + PhysicsCheck.number(f.finding().time())
                            + " and a period later" : "no finite value at t = " + PhysicsCheck.number(f.finding().time())));
        });
        periodicity.of(model, Outcome.UNPROVEN).ifPresent(f -> check.note(new Caveat(Caveat.Kind.UNPROVEN, place.error("expected " + f.name()
                + " to repeat after period at all times, could not be proven near t = " + PhysicsCheck.number(f.finding().time()) + "; a simpler expression may help").getMessage())));
        return model.withPeriod(period.get());
    }
}

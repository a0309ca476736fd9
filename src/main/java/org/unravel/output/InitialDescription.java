package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;

/** What an initial state is, in words: the level of each part where it is a product of levels, else the kets or how many there are. */
final class InitialDescription {

    private static final int MOST_KETS = 4;
    /** Parts of a ket below this are rounding. */
    private static final double NONE = 1e-14;

    private final Space space;

    private InitialDescription(Space space) {
        this.space = space;
    }

    static String of(Model model) {
        InitialDescription description = new InitialDescription(model.space());
        InitialState initial = model.initial();
        if (initial.isPure()) {
            return "pure, " + description.ket(initial.components().get(0));
        }
        List<InitialState.Component> kets = initial.components();
        String all = "mixed, " + kets.size() + " kets";
        return kets.size() > MOST_KETS ? all
                : all + ": " + kets.stream().map(k -> Measured.number(k.probability()) + " of " + description.ket(k)).collect(Collectors.joining("; "));
    }

    private String ket(InitialState.Component ket) {
        int[] places = IntStream.range(0, ket.re().length).filter(k -> Math.hypot(ket.re()[k], ket.im()[k]) > NONE).toArray();
        if (places.length == 1) {
            return levels(places[0]);
        }
        if (places.length > MOST_KETS) {
            return "a superposition of " + places.length + " basis states";
        }
        return IntStream.of(places).mapToObj(k -> amplitude(ket.re()[k], ket.im()[k]) + " |" + String.join(", ", names(k)) + ">")
                .collect(Collectors.joining(" + "));
    }

    private static String amplitude(double re, double im) {
        return im == 0 ? Measured.number(re) : re == 0 ? Measured.number(im) + "i"
                : "(" + Measured.number(re) + (im < 0 ? " - " : " + ") + Measured.number(Math.abs(im)) + "i)";
    }

    private String levels(int place) {
        List<String> names = names(place);
        return IntStream.range(0, names.size()).mapToObj(s -> space.subsystems().get(s).name() + " in " + names.get(s)).collect(Collectors.joining(", "));
    }

    /** Of a spin both the number of the level and its m, since the first level is m = +j. */
    private List<String> names(int place) {
        List<String> names = new ArrayList<>();
        int rest = place;
        for (int s = space.subsystems().size() - 1; s >= 0; s--) {
            Subsystem of = space.subsystems().get(s);
            int level = rest % of.dimension();
            rest /= of.dimension();
            names.add(0, of.kind() == Subsystem.Kind.SPIN ? String.format(Locale.ROOT, "%s (m = %s)", of.levels().get(level),
                    Measured.number(of.spinProjection(level))) : of.levels().get(level));
        }
        return names;
    }
}

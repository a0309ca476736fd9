package org.unravel.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.exact.CountedQuantity;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.output.GeneratingFunctions;

import picocli.CommandLine.Option;

/** Along which direction of the heats of the baths, and where, a generating function is shown. */
final class FieldOptions {

    /** The direction of the inverse temperatures. */
    private static final String BETA = "beta";

    private static final int MOST_VALUES = 10_000;
    /** Where nothing is said, on each side of 0 in units of the inverse of the largest quantum, or about the centre of symmetry of the entropy. */
    private static final int VALUES = 21;
    private static final int VALUES_OF_ENTROPY = 31;

    @Option(names = "--field", paramLabel = "BATH=C,...|beta", description = "Show the scaled cumulant generating function of the sum of C times the counted heat of each BATH, as "
            + "photon=1,dephasing=2, or with C the inverse temperature of each bath (beta); with -o, scgf.csv has this one alone.")
    private String field;

    @Option(names = "--range", paramLabel = "FROM:TO:COUNT", description = "Values of the field s (default: 21 up to two inverse quanta on each side; with beta 31 from -1 to 2).")
    private String range;

    /** What the options ask for, if they ask for anything. */
    Optional<GeneratingFunctions.Direction> of(Model model) {
        if (field == null) {
            if (range != null) {
                throw new InputException("expected --field beside --range, found --range alone");
            }
            return Optional.empty();
        }
        CountedQuantity counted = CountedQuantity.along(model, field, field.equals(BETA) ? inverseTemperatures(model) : weights(model));
        return Optional.of(new GeneratingFunctions.Direction(counted, range == null ? ownRange(model, counted) : range(range)));
    }

    private static Map<String, Double> inverseTemperatures(Model model) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Bath bath : model.baths()) {
            double beta = bath.inverseTemperature().orElseThrow(() -> new InputException("expected a temperature of every bath for --field beta, found none of bath " + bath.name()));
            if (Double.isInfinite(beta)) {
                throw new InputException("expected finite inverse temperatures for --field beta, found temperature 0 of bath " + bath.name());
            }
            weights.put(bath.name(), beta);
        }
        return weights;
    }

    private Map<String, Double> weights(Model model) {
        List<String> baths = model.baths().stream().map(Bath::name).toList();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : field.split(",", -1)) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? part.strip() : part.substring(0, sign).strip();
            if (!baths.contains(name)) {
                throw new InputException("expected baths of the model in --field, " + (baths.isEmpty() ? "which has none" : String.join(" or ", baths)) + ", found '" + name + "'");
            }
            if (weights.put(name, number("--field", sign < 0 ? "" : part.substring(sign + 1))) != null) {
                throw new InputException("expected each bath once in --field, found '" + name + "' twice");
            }
        }
        return weights;
    }

    private static double number(String option, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, in the same words as a number that is not finite
        }
        throw new InputException("expected a number in " + option + ", found '" + text + "'");
    }

    private static double[] range(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new InputException("expected --range FROM:TO:COUNT, found '" + text + "'");
        }
        double from = number("--range", parts[0]);
        double to = number("--range", parts[1]);
        double count = number("--range", parts[2]);
        if (!(from < to) || count < 2 || count > MOST_VALUES || count != Math.rint(count)) {
            throw new InputException("expected FROM < TO and a COUNT from 2 to " + MOST_VALUES + " in --range, found '" + text + "'");
        }
        return values(from, to, (int) count);
    }

    private double[] ownRange(Model model, CountedQuantity counted) {
        if (field.equals(BETA)) {
            return values(-1, 2, VALUES_OF_ENTROPY);
        }
        double largest = GeneratingFunctions.largestField(model, counted);
        return values(-largest, largest, VALUES);
    }

    private static double[] values(double from, double to, int count) {
        return IntStream.range(0, count).mapToDouble(i -> (from * (count - 1 - i) + to * i) / (count - 1)).toArray();
    }
}

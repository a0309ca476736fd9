package org.unravel.attack;

/**
 * What became of the model of a seed.
 *
 * @param seed of the model
 * @param outcome kind
 * @param detail one line for people
 */
record Finding(long seed, Outcome outcome, String detail) {

    private static final String MARK = "attack\t";

    /** One line, for the process that started this one. */
    String line() {
        return MARK + seed + "\t" + outcome + "\t" + detail.replaceAll("\\s+", " ");
    }

    static java.util.Optional<Finding> parse(String line) {
        String[] parts = line.split("\t", 4);
        return line.startsWith(MARK) && parts.length == 4
                ? java.util.Optional.of(new Finding(Long.parseLong(parts[1]), Outcome.valueOf(parts[2]), parts[3])) : java.util.Optional.empty();
    }
}

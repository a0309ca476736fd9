package org.unravel.modelfile;

import java.util.List;

/** The syntax of an expression; {@link #begin} and {@link #end} are offsets in its text. */
sealed interface Node {

    int begin();

    /** Offset after the last character. */
    int end();

    record Literal(int begin, int end, double value) implements Node {
    }

    record Name(int begin, int end, String name) implements Node {
    }

    record Call(int begin, int end, String name, List<Node> arguments) implements Node {
    }

    /** {@code of} is a name or a call. */
    record Indexed(int begin, int end, Node of, Node index) implements Node {
    }

    /** {@code [x, y, ...]}: amplitudes, or times and values of a table. */
    record ListOf(int begin, int end, List<Node> items) implements Node {
    }

    /** The name of a file, without its quotes. */
    record File(int begin, int end, String path) implements Node {
    }

    record Negation(int begin, int end, Node operand) implements Node {
    }

    record Power(int begin, int end, Node base, Node exponent) implements Node {
    }

    /** At least two parts. */
    record Sum(int begin, int end, List<Part> parts) implements Node {
    }

    /** At least two parts. */
    record Product(int begin, int end, List<Part> parts) implements Node {
    }

    /**
     * A part of a sum or product.
     *
     * @param inverse true if it is subtracted or divided by
     */
    record Part(Node node, boolean inverse) {
    }
}

package org.unravel.modelfile;

import java.util.List;

/** Calls of {@code table}: points that are written out or stand in a file. */
final class TableCalls {

    private static final String FORM = "table(t, [times], [values]) or table(t, file.csv)";

    private final Evaluator evaluator;

    TableCalls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The table of a real argument. */
    Scalar call(Node.Call call, Scalar argument) {
        TablePoints points = points(call);
        if (argument instanceof Scalars.Constant c && !points.covers(c.re())) {
            throw evaluator.error(call, "expected x from " + points.first() + " to " + points.last() + " in table(x, ...), found " + c.re());
        }
        return Scalars.table(argument, points);
    }

    private TablePoints points(Node.Call call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() == 2 && arguments.get(1) instanceof Node.File file) {
            return evaluator.scope().abbreviations().files().points(evaluator.source().part(file.begin(), file.end()), file.path());
        }
        if (arguments.size() == 3 && arguments.get(1) instanceof Node.ListOf places && arguments.get(2) instanceof Node.ListOf values) {
            return points(places, values);
        }
        throw evaluator.error(call, "expected " + FORM + ", found " + Quote.of(evaluator.source(), call)
                + (arguments.size() == 2 ? "; the name of a file ends in .csv, .tsv, .dat or .txt, or stands in quotes" : ""));
    }

    private TablePoints points(Node.ListOf places, Node.ListOf values) {
        if (places.items().size() < 2 || places.items().size() > TablePoints.MOST) {
            throw evaluator.error(places, "expected from 2 to " + TablePoints.MOST + " times of a table, found " + places.items().size());
        }
        if (places.items().size() != values.items().size()) {
            throw evaluator.error(values, "expected as many values as times of a table, found " + values.items().size() + " for " + places.items().size());
        }
        double[] at = numbers(places);
        int wrong = TablePoints.firstOutOfOrder(at);
        if (wrong > 0) {
            throw evaluator.error(places.items().get(wrong), "expected times of a table that strictly increase, found " + at[wrong] + " after " + at[wrong - 1]);
        }
        return new TablePoints(at, numbers(values));
    }

    private double[] numbers(Node.ListOf list) {
        return list.items().stream().mapToDouble(evaluator::number).toArray();
    }
}

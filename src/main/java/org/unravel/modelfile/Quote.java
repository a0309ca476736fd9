package org.unravel.modelfile;

/** Expressions as they are shown in messages. */
final class Quote {

    private static final int LONGEST = 60;

    private Quote() {
    }

    /** The text of a scalar in quotes on one line; of a long one, what stands around an offset. */
    static String of(Source source, int offset) {
        String text = source.text();
        int begin = text.length() <= LONGEST ? 0 : Math.max(0, Math.min(offset - LONGEST / 2, text.length() - LONGEST));
        int end = Math.min(text.length(), begin + LONGEST);
        String shown = text.substring(begin, end).strip().replaceAll("\\s+", " ");
        return "'" + (begin > 0 ? "..." : "") + shown + (end < text.length() ? "..." : "") + "'";
    }

    /** The part of a scalar that a node covers. */
    static String of(Source source, Node node) {
        return of(source.part(node.begin(), node.end()), 0);
    }
}

package org.unravel.exact;

/** Equations that know in which piece they are, and so at which instant they are evaluated: on which side of a breakpoint, where a time is one. */
abstract class MovingSystem implements PiecewiseIntegration.PieceSystem {

    private double pieceStart;
    private double branch;

    @Override
    public final void enter(double start, double inside) {
        pieceStart = start;
        branch = inside;
    }

    /** The instant so long after the start of the piece. */
    final Instant at(double sinceStart) {
        return Instant.of(pieceStart, sinceStart, branch);
    }
}

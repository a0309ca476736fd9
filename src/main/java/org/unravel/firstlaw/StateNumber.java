package org.unravel.firstlaw;

/** A number of the averaged state at one time. */
enum StateNumber {
    ENERGY, ENTROPY, ENTROPY_DIAGONAL, PURITY, BETA, ENERGY_PASSIVE, ERGOTROPY, ERGOTROPY_INCOHERENT
}

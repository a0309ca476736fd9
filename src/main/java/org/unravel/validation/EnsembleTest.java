package org.unravel.validation;

/** One test of a sampled result, before the number of all tests is known. */
interface EnsembleTest {

    /** Makes the test, or says why it cannot be made. */
    Finding finding();
}

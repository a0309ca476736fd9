package org.unravel.firstlaw;

/**
 * Where a definition comes from.
 *
 * @param doi of the text
 * @param equation its number there, or the name of the relation where the text numbers none
 */
public record Source(String doi, String equation) {
}

/**
 * Definitions of heat and work, on the exact state and on the averaged state of a sample.
 */
package org.unravel.firstlaw;

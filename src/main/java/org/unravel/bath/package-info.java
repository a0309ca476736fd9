/** What a bath's channels mean: detailed balance; later from spectra and couplings to channels. Imports model and numeric. */
package org.unravel.bath;

/** The commands. The only package that prints or exits; may import every other. */
package org.unravel.cli;

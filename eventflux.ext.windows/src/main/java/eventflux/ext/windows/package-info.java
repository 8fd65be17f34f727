/**
 * The built-in windows: which rows stay, and when they leave.
 */
package eventflux.ext.windows;

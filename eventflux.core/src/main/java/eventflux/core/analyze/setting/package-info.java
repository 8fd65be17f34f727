/**
 * Settings: keys and texts from {@code WITH} clauses, annotations and the configuration, checked against what an extension says
 * of its parameters.
 */
package eventflux.core.analyze.setting;

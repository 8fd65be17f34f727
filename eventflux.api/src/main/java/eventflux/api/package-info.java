/**
 * The front door: what an embedding application sees of the engine.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package eventflux.api;

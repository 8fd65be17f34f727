/** Messages of Protocol Buffers: what a message looks like is read from a descriptor file or a schema registry, no classes are generated. */
package eventflux.ext.protobuf;

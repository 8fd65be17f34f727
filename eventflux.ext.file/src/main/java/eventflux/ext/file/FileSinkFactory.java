package eventflux.ext.file;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;
import org.slf4j.LoggerFactory;

/** Makes sinks that write files. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "file",
        description =
                "Writes one message a line. The format's header stands at the beginning of each file and is not repeated when "
                        + "an existing file is continued. Rolled files are called after the file and the UTC time.",
        parameters = {
            @Parameter(
                    name = "path",
                    type = ParameterType.STRING,
                    description =
                            "The file, relative to the working directory; folders are made where they are missing."),
            @Parameter(
                    name = "append",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description =
                            "Whether it goes on behind what is there; otherwise the file is emptied at the start."),
            @Parameter(
                    name = "flush.interval.ms",
                    aliases = {"flush.interval"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "0",
                    description =
                            "What was written is passed on after so long, a tenth of a second at least, or when a source settles or a "
                                    + "revision is saved."),
            @Parameter(
                    name = "rotate.size.bytes",
                    aliases = {"rotate.size"},
                    type = ParameterType.LONG,
                    optional = true,
                    defaultValue = "0",
                    description = "The file is rolled away before it grows beyond; 0 for no limit."),
            @Parameter(
                    name = "rotate.interval.ms",
                    aliases = {"rotate.interval"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "0",
                    description = "The file is rolled away by the first row after so long; 0 for never."),
            @Parameter(
                    name = "rotate.compression",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "none",
                    description = "What becomes of rolled files: \"none\" or \"gzip\".")
        },
        examples = {
            "CREATE STREAM Late (date LONG, delay INT) WITH (type='sink', extension='file', format='csv', \"file.path\"='out/late.csv', "
                    + "\"file.append\"='false')"
        })
public final class FileSinkFactory implements SinkFactory {

    /** Called by the service registry. */
    public FileSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        if (!context.isMapped()) {
            throw new IllegalArgumentException("a file sink needs a format, such as format='json' or format='csv'");
        }
        FileSinkOptions options = FileSinkOptions.of(context.settings());
        return new FileSink(
                options,
                context.time(),
                new RolledFiles(options.rotation().compression(), () -> LoggerFactory.getLogger(FileSink.class)));
    }
}

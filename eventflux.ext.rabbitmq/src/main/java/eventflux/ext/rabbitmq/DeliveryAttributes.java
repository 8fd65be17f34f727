package eventflux.ext.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import eventflux.api.spi.source.MessageAttributes;
import java.util.Optional;

/** What stands in a delivery beside its body. */
record DeliveryAttributes(Delivery delivery) implements MessageAttributes {

    private static final String HEADER = "header.";

    @Override
    public Optional<Object> find(String name) {
        BasicProperties properties = delivery.getProperties();
        return switch (name) {
            case "routing.key" -> Optional.of(delivery.getEnvelope().getRoutingKey());
            case "exchange" -> Optional.of(delivery.getEnvelope().getExchange());
            case "redelivered" -> Optional.of(delivery.getEnvelope().isRedeliver());
            case "message.id" -> Optional.ofNullable(properties.getMessageId());
            case "correlation.id" -> Optional.ofNullable(properties.getCorrelationId());
            case "reply.to" -> Optional.ofNullable(properties.getReplyTo());
            case "content.type" -> Optional.ofNullable(properties.getContentType());
            case "timestamp" -> Optional.ofNullable(properties.getTimestamp()).map(date -> date.getTime());
            default -> header(properties, name.startsWith(HEADER) ? name.substring(HEADER.length()) : name);
        };
    }

    private static Optional<Object> header(BasicProperties properties, String name) {
        return Optional.ofNullable(properties.getHeaders())
                .map(headers -> headers.get(name))
                .map(Object::toString);
    }
}

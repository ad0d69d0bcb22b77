package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import lamin.graph.picture.Picture;

/** Mermaid's language, which many sites that render Markdown draw. */
final class Mermaid implements Format.OfPicture {
    @Override
    public String name() {
        return "mermaid";
    }

    @Override
    public byte[] write(Picture picture) {
        var text = switch (picture.notation()) {
            case ENTITY_RELATIONSHIP -> MermaidEntities.of(picture);
            case ARROWS -> MermaidFlowchart.of(picture);
        };
        return text.getBytes(UTF_8);
    }
}

package lamin.graph.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import lamin.graph.layout.Layout;
import lamin.graph.picture.Picture;

/** A drawing that every browser can show; needs no Graphviz. */
final class Svg implements Format.OfPicture {
    @Override
    public String name() {
        return "svg";
    }

    @Override
    public byte[] write(Picture picture) {
        return draw(picture, SvgDrawing.FONTS);
    }

    static byte[] draw(Picture picture, String fonts) {
        return new SvgDrawing(Layout.of(picture), fonts).xml().getBytes(UTF_8);
    }
}

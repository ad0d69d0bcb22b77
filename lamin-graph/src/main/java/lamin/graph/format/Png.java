package lamin.graph.format;

import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import lamin.graph.picture.Picture;

/**
 * Renders the drawing as pixels, at double resolution so that small letters stay sharp; at a lower one for a very large
 * picture.
 */
final class Png implements Format.OfPicture {
    private static final double SCALE = 2;
    private static final double MOST_PIXELS = 60e6;

    /**
     * The library's limits guard against malicious documents; this one is trusted and may have many thousands of
     * elements.
     */
    private static final LoaderContext ANY_SIZE = LoaderContext.builder()
            .documentLimits(new DocumentLimits(
                    DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                    DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                    Integer.MAX_VALUE))
            .build();

    @Override
    public String name() {
        return "png";
    }

    @Override
    public byte[] write(Picture picture) {
        var svg = new ByteArrayInputStream(Svg.draw(picture, Font.SANS_SERIF));
        var document = Objects.requireNonNull(new SVGLoader().load(svg, null, ANY_SIZE));
        var size = document.size();
        var scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / size.width / size.height));
        var image = new BufferedImage(
                (int) Math.ceil(size.width * scale), (int) Math.ceil(size.height * scale), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            prepare(graphics, scale, image);
            document.render((Component) null, graphics, null);
        } finally {
            graphics.dispose();
        }
        return encode(image);
    }

    private static void prepare(Graphics2D graphics, double scale, BufferedImage image) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.scale(scale, scale);
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

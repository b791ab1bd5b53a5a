//! Pictures of the window without display or graphics card: egui's triangles, filled on the CPU.
//!
//! The same mathematics as egui's shaders: premultiplied alpha, blending in gamma space, bilinear textures.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::iter_over_hash_type,
    clippy::many_single_char_names,
    reason = "pixels, and a picture that does not depend on the order of its textures"
)]

use std::collections::BTreeMap;

use egui::epaint::{Primitive, Vertex};
use egui::{ClippedPrimitive, Color32, ImageData, TextureId, TexturesDelta};

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

/// Keeps textures between pictures.
#[derive(Default)]
pub struct Soft {
    textures: BTreeMap<String, Texture>,
}

fn name(id: TextureId) -> String {
    format!("{id:?}")
}

impl Soft {
    fn update(&mut self, delta: &mut TexturesDelta) {
        for (id, list) in delta.set.drain() {
            for part in list {
                let ImageData::Color(image) = &part.image;
                let (width, height) = (image.width(), image.height());
                let Some([x, y]) = part.pos else {
                    self.textures.insert(name(id), Texture { width, height, pixels: image.pixels.clone() });
                    continue;
                };
                let texture = self.textures.get_mut(&name(id)).expect("a part of a known texture");
                for row in 0..height {
                    let at = (y + row) * texture.width + x;
                    texture.pixels[at..at + width].copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&name(id));
        }
    }

    fn paint(&self, canvas: &mut Canvas, primitives: &[ClippedPrimitive], pixels_per_point: f32) {
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = self.textures.get(&name(mesh.texture_id)) else { continue };
            let clip = primitive.clip_rect;
            let edge = |v: f32, most: usize| ((v * pixels_per_point).round().max(0.0) as usize).min(most);
            let clip = [
                edge(clip.min.x, canvas.width),
                edge(clip.min.y, canvas.height),
                edge(clip.max.x, canvas.width),
                edge(clip.max.y, canvas.height),
            ];
            for corners in mesh.indices.chunks_exact(3) {
                let corners = [0, 1, 2].map(|i| &mesh.vertices[corners[i] as usize]);
                canvas.triangle(texture, corners, pixels_per_point, clip);
            }
        }
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn triangle(&mut self, texture: &Texture, corners: [&Vertex; 3], scale: f32, clip: [usize; 4]) {
        let at = corners.map(|v| (v.pos.x * scale, v.pos.y * scale));
        let area = (at[1].0 - at[0].0) * (at[2].1 - at[0].1) - (at[2].0 - at[0].0) * (at[1].1 - at[0].1);
        if area == 0.0 {
            return;
        }
        let low = |pick: fn(&(f32, f32)) -> f32| at.iter().map(pick).fold(f32::MAX, f32::min).floor().max(0.0) as usize;
        let high = |pick: fn(&(f32, f32)) -> f32| at.iter().map(pick).fold(0.0, f32::max).ceil() as usize;
        let (left, right) = (low(|p| p.0).max(clip[0]), high(|p| p.0).min(clip[2]));
        let (top, bottom) = (low(|p| p.1).max(clip[1]), high(|p| p.1).min(clip[3]));
        let colours = corners.map(|v| v.color.to_array().map(|c| f32::from(c) / 255.0));
        for y in top..bottom {
            for x in left..right {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let side = |a: (f32, f32), b: (f32, f32)| ((b.0 - a.0) * (py - a.1) - (b.1 - a.1) * (px - a.0)) / area;
                let weights = [side(at[1], at[2]), side(at[2], at[0]), side(at[0], at[1])];
                let edges = [(at[1], at[2]), (at[2], at[0]), (at[0], at[1])];
                if !weights.iter().zip(edges).all(|(weight, edge)| is_inside(*weight, edge, area)) {
                    continue;
                }
                let mix = |pick: &dyn Fn(usize) -> f32| (0..3).map(|i| pick(i) * weights[i]).sum::<f32>();
                let texel = texture.sample(mix(&|i| corners[i].uv.x), mix(&|i| corners[i].uv.y));
                let source = [0, 1, 2, 3].map(|k| texel[k] * mix(&|i| colours[i][k]));
                let pixel = &mut self.pixels[y * self.width + x];
                for k in 0..4 {
                    pixel[k] = source[k] + pixel[k] * (1.0 - source[3]);
                }
            }
        }
    }

    fn rgba(&self) -> Vec<u8> {
        let byte = |v: f32| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8;
        self.pixels.iter().flat_map(|p| [byte(p[0]), byte(p[1]), byte(p[2]), 255]).collect()
    }
}

/// The top-left rule: an edge that two triangles share is painted once.
fn is_inside(weight: f32, (a, b): ((f32, f32), (f32, f32)), area: f32) -> bool {
    let (dx, dy) = if area > 0.0 { (b.0 - a.0, b.1 - a.1) } else { (a.0 - b.0, a.1 - b.1) };
    weight > 0.0 || (weight == 0.0 && (dy < 0.0 || (dy == 0.0 && dx > 0.0)))
}

impl Texture {
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let (x, y) = (u * self.width as f32 - 0.5, v * self.height as f32 - 0.5);
        let (fx, fy) = (x.floor(), y.floor());
        let (ax, ay) = (x - fx, y - fy);
        let at = |dx: i32, dy: i32| {
            let x = (fx as i32 + dx).clamp(0, self.width as i32 - 1) as usize;
            let y = (fy as i32 + dy).clamp(0, self.height as i32 - 1) as usize;
            self.pixels[y * self.width + x].to_array().map(f32::from)
        };
        let (a, b, c, d) = (at(0, 0), at(1, 0), at(0, 1), at(1, 1));
        [0, 1, 2, 3].map(|k| ((a[k] * (1.0 - ax) + b[k] * ax) * (1.0 - ay) + (c[k] * (1.0 - ax) + d[k] * ax) * ay) / 255.0)
    }
}

impl egui_kittest::TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.update(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas { width, height, pixels: vec![[0.0; 4]; width * height] };
        self.paint(&mut canvas, &ctx.tessellate(output.shapes.clone(), scale), scale);
        image::RgbaImage::from_raw(width as u32, height as u32, canvas.rgba()).ok_or_else(|| "a picture of another size".to_owned())
    }
}

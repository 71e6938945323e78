# An encoder and decoder that paint a mask
from keras import Input, Model
from keras import layers

inputs = Input(shape=(height, width, channels))
# encoder
x = layers.Conv2D(8, 3, padding='same', activation='relu')(inputs)
x = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(16, 3, padding='same', activation='relu')(x)
x = layers.MaxPooling2D(2)(x)
# decoder
x = layers.Conv2D(16, 3, padding='same', activation='relu')(x)
x = layers.UpSampling2D(2)(x)
x = layers.Conv2D(8, 3, padding='same', activation='relu')(x)
x = layers.UpSampling2D(2)(x)
mask = layers.Conv2D(1, 1, activation='sigmoid', name='mask')(x)

model = Model(inputs, mask)
model.compile(optimizer='adam', loss='binary_crossentropy')
